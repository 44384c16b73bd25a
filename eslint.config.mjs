import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['build/', 'dist/', 'imports/', 'node_modules/', 'coverage/', 'test/**/fixtures/'] },
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
  {
    // The folders are layers: nothing imports upward, and neither reader nor dialects know Kubernetes objects.
    files: ['lib/findings/**/*.ts', 'lib/interlok/**/*.ts', 'lib/haproxy/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/kubernetes/*', '**/kubernetes', 'cdk8s-plus-*', 'constructs'],
              message: 'No Kubernetes here.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/findings/**/*.ts', 'lib/interlok/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '**/kubernetes/*',
                '**/kubernetes',
                '**/haproxy/*',
                '**/haproxy',
                'cdk8s',
                'cdk8s-plus-*',
                'constructs',
              ],
              message: 'lib/interlok knows Interlok alone.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/haproxy/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/kubernetes/*', '**/kubernetes', '**/interlok/*', '**/interlok', 'cdk8s-plus-*', 'constructs'],
              message: 'lib/haproxy knows HAProxy alone.',
            },
          ],
        },
      ],
    },
  },
);
