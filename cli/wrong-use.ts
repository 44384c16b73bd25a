import { UserError } from '../lib';

/** The command line asks for something that there is not; the exit code is 2. */
export class WrongUse extends UserError {}
