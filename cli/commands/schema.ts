import { basename } from 'node:path';
import { Command } from 'commander';
import { editorSchema } from '../../lib/interlok';
import type { Context } from '../context';
import { modelLine } from '../schema/model-line';
import { readSchemaArguments, type SchemaOptions } from '../schema/arguments';
import { writeWhole } from '../write-whole';

/** `cdk8s-interlok schema`: a schema of adapter.xml for editors. */
export function schemaCommand({ stdout }: Context): Command {
  return new Command('schema')
    .description('Writes a RELAX NG schema of adapter.xml, with which editors complete names and mark mistakes.')
    .option('--release <X.Y.Z>', 'Interlok release (default: 5.0.1)')
    .option('--module <name>', 'a public module that the image has beyond the stock one, or any; repeatable', collect)
    .option(
      '--own-components <file>',
      'components of your own, described by DescribeComponents.java; repeatable',
      collect,
    )
    .option('--output <file>', 'where it is written (default: printed)')
    .action((options: SchemaOptions) => {
      const schema = editorSchema(readSchemaArguments(options));
      if (options.output === undefined) stdout.write(schema);
      else {
        writeWhole(options.output, schema);
        stdout.write(
          `${options.output}: name it at the beginning of adapter.xml, ${modelLine(basename(options.output))}\n`,
        );
      }
    });
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
