export { HAPROXYTECH } from './description';
