export { buildStore } from './build.js';
export { LoadError, printFaults } from './faults.js';
export { loadFiles } from './load.js';
export { printReport } from './report.js';
