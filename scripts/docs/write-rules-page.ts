import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allRules } from '../../lib/kubernetes/rules/all-rules';
import { rulesPage } from './rules-page';

writeFileSync(resolve('docs/rules.md'), rulesPage(allRules));
