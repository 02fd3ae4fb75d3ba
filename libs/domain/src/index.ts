export * from './day.js';
export * from './portfolio.js';
