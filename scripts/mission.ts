import { reportMission } from '../tests/mission/report';

/** Says which methods of the source documents somebody can use in the console, and which not yet. */
const { lines, problems } = reportMission();
console.log(lines.join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;
