export { percentChange as percentGrain } from '../../src/answer/lookup.js';
export { agree, divide, multiply, root, round } from '../../src/stats/decimal.js';
