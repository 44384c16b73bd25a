import { writeFileSync } from 'node:fs';
import { configurationPage } from './configuration-page';

writeFileSync('docs/configuration.md', configurationPage());
