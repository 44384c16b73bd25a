import tseslint from 'typescript-eslint';
import { layers } from './eslint.layers.mjs';

export default tseslint.config(
  {
    ignores: [
      'build/',
      'dist/',
      'imports/',
      'node_modules/',
      'coverage/',
      'test/**/fixtures/',
      'lib/interlok/catalogue/data.ts',
      'lib/picture/dagre.ts',
      'lib/picture/page-script.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'no-new': 'off',
      eqeqeq: 'error',
    },
  },
  // The folders are layers: nothing imports upward, and nothing reaches past another folder's index.
  ...layers,
);
