export { secretFileRules } from './secret-files';
export { hasVariable } from './secret-value';
export { secretRules } from './secrets';
