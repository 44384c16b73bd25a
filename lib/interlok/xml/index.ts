export { maximumDepth, parseXml, type XmlDocument, type XmlProblem } from './parse-xml';
export { XmlElement } from './xml-element';
