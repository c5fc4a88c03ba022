import { runScript } from './script-error';
import { runStack } from './stack/run-stack';

await runScript(() => runStack('production'));
