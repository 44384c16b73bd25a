/** Rules about classes and fields: what the catalogue knows of them, against what is written. */
import type { RuleCheck } from '../rule-check';
import { blanksKeptCheck } from './blanks-kept';
import { classNotInReleaseCheck } from './class-not-in-release';
import { deprecatedComponentCheck } from './deprecated-component';
import { duplicateElementCheck } from './duplicate-element';
import { ignoredContentChecks } from './ignored-content';
import { moduleNotInImageCheck } from './module-not-in-image';
import { notOfTheListCheck } from './not-of-the-list';
import { requiredMissingCheck } from './required-missing';
import { unknownClassCheck } from './unknown-class';
import { unknownElementCheck } from './unknown-element';
import { valueInvalidCheck } from './value-invalid';
import { wrongClassCheck } from './wrong-class';

export const catalogueRules: readonly RuleCheck[] = [
  unknownElementCheck,
  unknownClassCheck,
  classNotInReleaseCheck,
  moduleNotInImageCheck,
  wrongClassCheck,
  duplicateElementCheck,
  valueInvalidCheck,
  ...ignoredContentChecks,
  notOfTheListCheck,
  blanksKeptCheck,
  requiredMissingCheck,
  deprecatedComponentCheck,
];
