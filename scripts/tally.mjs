// Adds up vitest's JSON reports and prints one line: «N passed, M failed».
import { readFileSync } from 'node:fs';

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
const failed =
  sum('numFailedTests') + reports.filter((report) => !report.success && report.numFailedTests === 0).length;
console.log(`${sum('numPassedTests')} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
