export { JCMORAISJR } from './description';
