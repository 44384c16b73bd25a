import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file as a whole: whoever reads it meanwhile has the old one or the new one. */
export function writeWhole(file: string, content: string | Uint8Array, mode?: number): void {
  const whole = `${file}.${process.pid}.new`;
  writeFileSync(whole, content, { mode });
  renameSync(whole, file);
}
