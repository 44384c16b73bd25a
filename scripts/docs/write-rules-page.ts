import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allRules } from '../../lib/kubernetes/rules/all-rules';
import { silentCases } from '../../test/interlok/rules/silent';
import { silentCharts } from '../../test/kubernetes/rules/silent';
import { rulesPage } from './rules-page';

writeFileSync(resolve('docs/rules.md'), rulesPage(allRules, { ...silentCases, ...silentCharts }));
