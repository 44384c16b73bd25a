/**
 * esbuild gives each source that imports a CommonJS package a copy of all its exports, as getters: hundreds for
 * cdk8s-plus, in dozens of sources, on each run. A package that was compiled from an ES module (`__esModule`) can be used
 * as it is, since a copy differs from it in nothing that an import can see.
 *
 * @see https://esbuild.github.io/content-types/#default-interop
 */
const HELPER = new RegExp(
  String.raw`(__toESM=\((\w+),(\w+),(\w+)\)=>)` +
    String.raw`(\(\4=\2!=null\?__create\(__getProtoOf\(\2\)\):\{\},__copyProps\()` +
    String.raw`\3\|\|!\2\|\|!\2\.__esModule\?(__defProp\(\4,"default",\{value:\2,enumerable:!0\}\)):\4,\2\)\)`,
);

/** The bundle with another import helper, of the same length (the source map stays right); as it is where there is none. */
function withoutCopies(code) {
  return code.replace(HELPER, (helper, start, module, isNodeMode, _target, create, withDefault) =>
    `${start}!${isNodeMode}&&${module}?.__esModule?${module}:${create}${withDefault},${module}))`.padEnd(helper.length),
  );
}

module.exports = { withoutCopies };
