export { JcmoraisjrDialect } from './jcmoraisjr-dialect';
