/**
 * The tests of programs that are started as people start them: the runner of main.ts, the scripts of npm, compilers. They
 * take too long for `npm test`.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/programs'],
  testPathIgnorePatterns: ['/node_modules/'],
};
