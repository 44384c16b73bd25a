/**
 * The tests of the package as others install it: `npm run test:package`. They pack, install and start compilers, and
 * take too long for `npm test`.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/package'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
