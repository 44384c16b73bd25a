/** A level of log4j2. */
export type LogLevel = 'OFF' | 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG' | 'TRACE' | 'ALL';

/** What Interlok logs, and how, where the configuration directory has no log4j2 configuration of its own. */
export interface LoggingOptions {
  /**
   * What is logged by every logger that `loggers` does not name.
   * @default 'INFO'
   */
  readonly level?: LogLevel;
  /**
   * `text` is a line for people, `json` one JSON object a line, for which the image needs no further jar.
   * @default 'text'
   */
  readonly format?: 'text' | 'json';
  /**
   * Levels of single loggers, by package or class: `{ 'com.example': 'DEBUG' }`.
   * @default - none
   */
  readonly loggers?: Readonly<Record<string, LogLevel>>;
}

const TEXT = '<PatternLayout pattern="%d{ISO8601} %-5p [%t] [%c{1}] %m%n"/>';

/**
 * PatternLayout alone, for the image has neither log4j's JsonTemplateLayout nor Jackson. The trace of an exception is a
 * field: `alwaysWriteExceptions` would add it as lines that are no JSON.
 */
const JSON_LINES = [
  '<PatternLayout charset="UTF-8" alwaysWriteExceptions="false"',
  ' pattern=\'{"time":"%d{yyyy-MM-dd&apos;T&apos;HH:mm:ss.SSSXXX}","level":"%p","logger":"%enc{%c}{JSON}",',
  '"thread":"%enc{%t}{JSON}","message":"%enc{%m}{JSON}","mdc":"%enc{%X}{JSON}","error":"%enc{%xEx}{JSON}"}%n\'/>',
].join('');

/**
 * A log4j2.xml that logs to the console, where the cluster collects it. Level INFO: at TRACE, which the image's own file
 * has, substituted values end up in the log. The shutdown hook is off, as in the image, so that the shutdown itself is
 * still logged.
 */
export function log4j2({ level = 'INFO', format = 'text', loggers = {} }: LoggingOptions = {}): string {
  const named = Object.entries(loggers).map(([name, own]) => `    <Logger name="${name}" level="${own}"/>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by cdk8s-interlok: the configuration directory has no log4j2.xml of its own. -->
<Configuration status="WARN" shutdownHook="disable">
  <Appenders>
    <Console name="Console" target="SYSTEM_OUT">
      ${format === 'json' ? JSON_LINES : TEXT}
    </Console>
  </Appenders>
  <Loggers>
${named.join('')}    <Root level="${level}">
      <AppenderRef ref="Console"/>
    </Root>
  </Loggers>
</Configuration>
`;
}
