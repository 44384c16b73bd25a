import { check, checkFields, checkText, isObject, required, type ValueCheck } from '../../errors';
import { checkObjectName } from '../../objects';
import type { TrustStore } from './trust-store';
import { Variable } from './variable';

const PASSWORD = 'a text without blanks, or Variable.fromSecret(…): the image splits the options of the JVM at blanks';

const fields: Readonly<Record<keyof TrustStore, ValueCheck>> = {
  secretName: checkObjectName,
  configMapName: checkObjectName,
  key: required(
    checkText(
      /^(?!.*\.(pem|crt|cer)$)[-._a-zA-Z0-9]+$/i,
      'the key of a PKCS 12 or JKS file; Java does not read PEM as a trust store',
      253,
    ),
    'the key of the file',
  ),
  password: required(
    check((value: unknown) => (typeof value === 'string' ? /^\S+$/.test(value) : value instanceof Variable), PASSWORD),
    PASSWORD,
  ),
};

/** The trust store: a file of one source, with its password. */
export const checkTrustStore: ValueCheck = (field, store) => {
  const problems = checkFields(fields)(field, store);
  if (problems.length > 0 || !isObject(store)) return problems;
  const { secretName, configMapName } = store as unknown as TrustStore;
  if ((secretName === undefined) !== (configMapName === undefined)) return [];
  const expected = 'the name of a Secret or of a ConfigMap, one of the two';
  return [{ field: `${field}.secretName`, value: secretName, expected }];
};
