/** Loaded before a program that is measured: says at its end how much memory it held at most, in KiB. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BENCH_PEAK_MEMORY, String(process.resourceUsage().maxRSS)));
