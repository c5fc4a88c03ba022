import { checkLint, checkTests, checkTypes } from './checks/checks';
import { addTotals } from './checks/read-totals';

/** The minute-long check before a commit: lint, types, and every test that needs no browser. */
const totals = addTotals([...(await Promise.all([checkLint(), checkTypes()])), await checkTests()]);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
