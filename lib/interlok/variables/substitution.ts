import type { Located } from '../../findings';
import type { PreProcessor } from './pre-processors';
import type { VariablesFile } from './variables-files';

/** A variable at a place in adapter.xml. */
export interface VariableAt {
  readonly name: string;
  /** As written, marks included. */
  readonly written: string;
  readonly at: Located;
  /** The variable whose value it is a part of. @default - it stands in adapter.xml itself */
  readonly within?: VariableUse;
}

/** A variable that a pre-processor replaced. */
export interface VariableUse extends VariableAt {
  /** What it was replaced by; a stand-in (`hasUnknown`) where the value is known only at run time. */
  readonly value: string;
  readonly by: PreProcessor;
}

/** A pre-processor, and the variables of its own marks that are left over after it ran. */
export interface PreProcessorRun {
  readonly preProcessor: PreProcessor;
  readonly leftOver: readonly VariableAt[];
  /** Names whose value leads back to themselves: the load fails or never ends. */
  readonly circular: readonly string[];
}

/** The text of adapter.xml as it is parsed, and the way back. */
export interface Substitution {
  readonly text: string;
  readonly runs: readonly PreProcessorRun[];
  readonly uses: readonly VariableUse[];
  /** `${...}` that is still in the text after the last pre-processor, whatever it belongs to. */
  readonly unresolved: readonly VariableAt[];
  readonly variablesFiles: readonly VariablesFile[];
  readonly tooLarge: boolean;
  /** The place in the file of an offset in `text`. */
  locate(offset: number): Located;
  /** The variable whose value is at an offset of `text`, or ends there. */
  useAt(offset: number): VariableUse | undefined;
}
