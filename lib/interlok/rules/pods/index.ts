export { securityRules } from './security';
