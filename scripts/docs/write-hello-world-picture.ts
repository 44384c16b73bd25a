import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { helloWorldPicture } from './hello-world-picture';

writeFileSync(resolve('docs/hello-world.svg'), helloWorldPicture());
