import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is used of this package's package.json. */
export interface PackageFile {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, unknown>>;
}

/** The directory of this package, from its sources as from what was compiled of them. */
export function packageDirectory(from = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : packageDirectory(dirname(from));
}

/** This package's package.json. */
export function readPackageFile(): PackageFile {
  return JSON.parse(readFileSync(join(packageDirectory(), 'package.json'), 'utf8')) as PackageFile;
}
