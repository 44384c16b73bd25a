/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Jest by itself leaves one core to others: on a machine with two, nothing would run side by side.
  maxWorkers: '100%',
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/package/', '<rootDir>/test/programs/'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
};
