import { check, checkFields, isObject, type PropProblem, required, type ValueCheck } from '../../errors';
import type { LoggingOptions, LogLevel } from '../../interlok';

const LEVELS: readonly LogLevel[] = ['OFF', 'FATAL', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE', 'ALL'];
const checkLevel = check((value: unknown) => LEVELS.includes(value as LogLevel), `one of ${LEVELS.join(', ')}`);

const checkLoggers: ValueCheck = (field, loggers) => {
  if (loggers === undefined) return [];
  if (!isObject(loggers)) return [{ field, value: loggers, expected: 'an object of levels by logger' }];
  return Object.entries(loggers).flatMap(([name, level]): PropProblem[] => {
    const at = `${field}['${name}']`;
    if (!/^[\w$]+(\.[\w$]+)*$/.test(name))
      return [{ field: at, value: name, expected: 'the name of a package or class' }];
    return required(checkLevel, `one of ${LEVELS.join(', ')}`)(at, level);
  });
};

const fields: Readonly<Record<keyof LoggingOptions, ValueCheck>> = {
  level: checkLevel,
  format: check((value: unknown) => value === 'text' || value === 'json', "'text' or 'json'"),
  loggers: checkLoggers,
};

/** What is logged, and how. */
export const checkLogging = checkFields(fields);
