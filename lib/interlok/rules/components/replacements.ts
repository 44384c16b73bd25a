/** What took the place of a class that is gone, or does in releases that do not have it yet; by alias. */
export const replacements: ReadonlyMap<string, string> = new Map([
  ['payload-from-metadata-service', 'use payload-from-template, and quote-replacement for escape-backslash'],
  ['payload-from-template', 'use payload-from-metadata-service'],
  ['retry-via-jetty', 'use default-failed-message-retrier'],
  ['retry-store-jdbc', 'use retry-store-filesystem'],
  ['split-join-service', 'use pooled-split-join-service'],
  ['pooling-split-join-service', 'use pooled-split-join-service'],
  ['pooled-split-join-service', 'use pooling-split-join-service'],
  ['xml-schema-validator', 'use basic-xml-schema-validator'],
  ['basic-xml-schema-validator', 'use xml-schema-validator'],
  ['sftp-connection', 'use standard-sftp-connection'],
  ['simple-csv-to-xml-transform', 'use csv-to-xml-transform'],
  ['raw-csv-to-xml-transform', 'use unchecked-csv-to-xml-transform'],
  ['generic-oauth-access-token', 'use oauth-access-token-via-form'],
  ['default-smtp-producer', 'use multi-attachment-smtp-producer'],
]);
