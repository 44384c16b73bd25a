import { adapter, bootstrap, channel, http, served, serving, workflow } from '../cases/case';
import { pair, services, type SilentCases } from './silent';

const good = { 'adapter.xml': adapter() };
const jetty = bootstrap('managementComponents=jetty', 'jetty.deploy.monitoredPath=/none');
const environment = bootstrap('preProcessors=environmentVariables');
const embedded = '<consume-connection class="jetty-embedded-connection"/>';
const stopped = '<auto-start>false</auto-start>';
const host = (value: string): string =>
  `<server-connector-properties>${pair('Host', value)}</server-connector-properties>`;
const shared = (lists: string, use = ''): string => adapter(`<shared-components>${lists}</shared-components>`, use);
const jms = '<connections><jms-connection><unique-id>broker</unique-id></jms-connection></connections>';
const using = (name: string): string =>
  `<channel-list><channel><unique-id>c</unique-id><produce-connection class="shared-connection"><lookup-name>${name}</lookup-name></produce-connection></channel></channel-list>`;
const named = (line: string): Record<string, string> => ({ ...good, 'bootstrap.properties': bootstrap(line) });
const answering = (producer: string): string =>
  channel(
    http(8081),
    '<workflow-list><standard-workflow><unique-id>w</unique-id><consumer class="jetty-message-consumer"><path>/x</path></consumer>',
    producer,
    '</standard-workflow></workflow-list>',
  );

/** Of the rules about what loads and starts. */
export const silentLoads: SilentCases = {
  'unknown-root': {
    'the root is written as a class, or has a namespace': {
      files: {
        'adapter.xml':
          '<a:com.adaptris.core.Adapter xmlns:a="urn:a"><unique-id>a</unique-id></a:com.adaptris.core.Adapter>',
      },
    },
  },
  'adapter-id-missing': {
    'the id is a variable of the pod, or stands in a CDATA section': {
      files: {
        'adapter.xml': '<adapter><unique-id>${HOSTNAME}<![CDATA[]]></unique-id></adapter>',
        'bootstrap.properties': environment,
      },
    },
  },
  'id-characters': {
    'a character is one of a variable, or of a component that has no object name': {
      files: {
        'adapter.xml': workflow(
          services('<log-message-service><unique-id>a:b</unique-id></log-message-service>'),
        ).replace('<unique-id>c</unique-id>', '<unique-id>${env:X}</unique-id>'),
      },
    },
  },
  'duplicate-channel-id': {
    'ids differ in their case, or in blanks that are kept': {
      files: {
        'adapter.xml': adapter(
          `<channel-list>${['c', 'C', 'c '].map((id) => `<channel><unique-id>${id}</unique-id></channel>`).join('')}</channel-list>`,
        ),
      },
    },
    'a channel has the id of one of its workflows': {
      files: { 'adapter.xml': workflow().replace('<unique-id>w<', '<unique-id>c<') },
    },
  },
  'duplicate-workflow-id': {
    'the workflows are in different channels': {
      files: {
        'adapter.xml': adapter(
          `<channel-list>${['c', 'd']
            .map(
              (id) =>
                `<channel><unique-id>${id}</unique-id><workflow-list><standard-workflow><unique-id>w</unique-id></standard-workflow></workflow-list></channel>`,
            )
            .join('')}</channel-list>`,
        ),
      },
    },
    'the channel does not start with the adapter': {
      files: {
        'adapter.xml': adapter(
          `<channel-list><channel><unique-id>c</unique-id><auto-start>false</auto-start><workflow-list>${'<standard-workflow><unique-id>w</unique-id></standard-workflow>'.repeat(2)}</workflow-list></channel></channel-list>`,
        ),
      },
    },
  },
  'id-missing': {
    'it is a service that has none': { files: { 'adapter.xml': workflow(services('<log-message-service/>')) } },
  },
  'shared-component-id-missing': {
    'the component is not shared': {
      files: { 'adapter.xml': channel('<consume-connection class="jms-connection"/>') },
    },
  },
  'duplicate-shared-component': {
    'a connection and a service have one id': {
      files: {
        'adapter.xml': shared(
          `${jms}<services><log-message-service><unique-id>broker</unique-id></log-message-service></services>`,
          using('broker'),
        ),
      },
    },
    'ids differ in their case': {
      files: {
        'adapter.xml': shared(
          jms.replace(
            '</connections>',
            '<null-connection><unique-id>Broker</unique-id></null-connection></connections>',
          ),
        ),
      },
    },
  },
  'shared-component-not-found': {
    'the name is one of the three forms, in a CDATA section, or a variable of the pod': {
      files: { 'adapter.xml': shared(jms, using('<![CDATA[adapter:comp/env/broker]]>')) },
    },
    'further components come by xi:include': {
      files: {
        'adapter.xml': shared(
          '<connections><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="shared.xml"/></connections>',
          using('elsewhere'),
        ),
      },
    },
  },
  'shared-connection-unused': {
    'something other than a shared-connection names it': {
      files: {
        'adapter.xml': shared(
          jms,
          '<channel-list><channel><unique-id>c</unique-id><comments>broker</comments></channel></channel-list>',
        ),
      },
    },
    'a variable of the pod names a connection': {
      files: { 'adapter.xml': shared(jms, using('${BROKER}')), 'bootstrap.properties': environment },
      options: { environment: { BROKER: undefined } },
    },
  },
  'port-whitespace': {
    'blanks surround a comment inside of the number, or the value of another field': {
      files: {
        'adapter.xml': served('<path>/x</path>', http('80<!-- the usual -->81')).replace(
          '<channel-list>',
          '<channel-list> ',
        ),
      },
    },
  },
  'port-invalid': {
    'the number is hexadecimal or octal, as Java takes it, or in a CDATA section': {
      files: { 'adapter.xml': served('<path>/x</path>', http('<![CDATA[017621]]>')) },
    },
    'the channel does not start, by an empty auto-start as well': {
      files: { 'adapter.xml': channel('<auto-start/>', http('70000')) },
    },
  },
  'port-known-only-in-pod': {
    'a variables file gives the value': {
      files: {
        'adapter.xml': served('<path>/x</path>', http('${PORT}')),
        'bootstrap.properties': bootstrap(
          'preProcessors=varsub',
          'variable-substitution.properties.url=variables.properties',
        ),
        'variables.properties': 'PORT=8081',
      },
    },
  },
  'port-conflict': {
    'one of the channels does not start': {
      files: {
        'adapter.xml': adapter(
          `<channel-list><channel><unique-id>c</unique-id>${http(8081)}</channel><channel><unique-id>d</unique-id>${stopped}${http(8081)}</channel></channel-list>`,
        ),
      },
    },
    'the connections bind different addresses': {
      files: {
        'adapter.xml': adapter(
          `<channel-list>${['127.0.0.1', '127.0.0.2'].map((address) => `<channel><unique-id>${address}</unique-id>${http(8081, host(address))}</channel>`).join('')}</channel-list>`,
        ),
      },
    },
  },
  'listens-on-localhost': {
    'the connection has no consumer': { files: { 'adapter.xml': channel(http(8081, host('localhost'))) } },
    'every interface is written out': {
      files: { 'adapter.xml': served('<path>/x</path>', http(8081, host('0.0.0.0'))) },
    },
  },
  'path-missing': {
    'the path is empty, which is the root alone': { files: { 'adapter.xml': served('<path/>') } },
    'the channel does not start': { files: { 'adapter.xml': served('', `${stopped}${http(8081)}`) } },
  },
  'path-without-slash': {
    'the path is a whole URL, or an extension': {
      files: { 'adapter.xml': served('<path>http://any/orders/*</path>') },
    },
  },
  'path-invalid': {
    'other characters than those of ASCII stand in it as they are': {
      files: { 'adapter.xml': served('<path>/caf\u00e9;v=1</path>') },
    },
    'percent signs encode bytes that are no UTF-8': { files: { 'adapter.xml': served('<path>/caf%E9</path>') } },
  },
  'root-path': {
    'the consumer is on the management Jetty': {
      files: { 'adapter.xml': served('<path>/</path>', embedded), 'bootstrap.properties': jetty },
    },
    'the URL has no path': { files: { 'adapter.xml': served('<path>http://localhost:8081</path>') } },
  },
  'duplicate-path': {
    'the paths differ in their case, or in what follows the slash': {
      files: {
        'adapter.xml': channel(
          http(8081),
          '<workflow-list>',
          ...['/a', '/A', '/a/', '/a/*'].map((path, i) => serving(`w${i}`, `<path>${path}</path>`)),
          '</workflow-list>',
        ),
      },
    },
    'the consumers are on different ports': {
      files: {
        'adapter.xml': adapter(
          `<channel-list>${[8081, 8082].map((port) => `<channel><unique-id>${port}</unique-id>${http(port)}<workflow-list>${serving('w', '<path>/a</path>')}</workflow-list></channel>`).join('')}</channel-list>`,
        ),
      },
    },
  },
  'path-known-only-in-pod': {
    'the variable stands in a field that is not routed': {
      files: {
        'adapter.xml': served('<path>/x</path>').replace('<unique-id>w<', '<unique-id>${NAME}<'),
        'bootstrap.properties': environment,
      },
      options: { environment: { NAME: undefined } },
    },
  },
  'catch-all-on-management-jetty': {
    'the connection has a port of its own': { files: { 'adapter.xml': served('<path>/*</path>') } },
    'the channel does not start': {
      files: { 'adapter.xml': served('<path>/*</path>', `${stopped}${embedded}`), 'bootstrap.properties': jetty },
    },
  },
  'method-invalid': {
    'methods are in lower case, of WebDAV, or with blanks and commas to spare': {
      files: { 'adapter.xml': served('<path>/x</path><methods>get, PROPFIND ,,M-SEARCH,</methods>') },
    },
  },
  'embedded-without-jetty': {
    'a system property enables jetty': {
      files: { 'adapter.xml': served('<path>/x</path>', embedded), 'bootstrap.properties': bootstrap() },
      options: { environment: { JAVA_OPTS: '-Dinterlok.mgmt.components=jmx:jetty' } },
    },
    'the image has the configuration, and its own bootstrap.properties': {
      files: { 'adapter.xml': served('<path>/x</path>', embedded) },
      options: { bakedIn: true },
    },
  },
  'pooling-without-ids': {
    'the workflow answers no HTTP requests': {
      files: {
        'adapter.xml': channel(
          '<consume-connection class="jms-connection"/>',
          '<workflow-list><pooling-workflow><consumer class="jms-queue-consumer"/></pooling-workflow></workflow-list>',
        ),
      },
    },
  },
  'every-answer-500': {
    'the status comes from metadata': {
      files: {
        'adapter.xml': answering(
          '<producer class="jetty-standard-response-producer"><status-provider class="http-metadata-status"/></producer>',
        ),
      },
    },
    'the workflow has no HTTP consumer, or is in a channel that does not start': {
      files: {
        'adapter.xml': answering('<producer class="jetty-standard-response-producer"/>').replace(
          '<consume-connection',
          `${stopped}<consume-connection`,
        ),
      },
    },
  },
  'component-not-in-image': {
    'the name is a class of the core': {
      files: named('managementComponents=com.adaptris.core.management.jmx.JmxRemoteComponent'),
    },
    'the props name its module': {
      files: named('managementComponents=jolokia'),
      options: { modules: ['interlok-jolokia'], stockImage: false },
    },
  },
  'jetty-xml-missing': {
    'a Secret brings the file, or Jetty is not enabled': {
      files: { ...good, 'bootstrap.properties': `${jetty}\nwebServerConfigUrl=file://localhost/./config/jetty.xml` },
      options: { externalFiles: ['jetty.xml'] },
    },
  },
  'pre-processor-not-in-image': {
    'the pre-processor is written as a class': {
      files: named('preProcessors=com.adaptris.core.varsub.EnvironmentVariablesPreProcessor'),
    },
  },
  xinclude: {
    'an element of that name is of another namespace, or in a comment': {
      files: { 'adapter.xml': adapter('<!-- <xi:include href="x"/> -->', '<include xmlns="urn:other" href="x"/>') },
    },
  },
  'bootstrap-incomplete': {
    'a system property names the adapter': {
      files: { ...good, 'bootstrap.properties': 'startAdapterQuietly=false' },
      options: {
        complete: false,
        environment: { JAVA_OPTS: '-Dinterlok.config.url=file://localhost/./config/adapter.xml' },
      },
    },
  },
  'several-adapter-config-urls': {
    'the others are on a server, or the same once more': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap(
          'adapterConfigUrl.1=https://config.example.com/adapter.xml',
          'adapterConfigUrl.2=file://localhost/./config/adapter.xml',
        ),
      },
    },
  },
  'quiet-start': {
    'false is written as no, off or n, or the key in other letters': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap().replace('startAdapterQuietly=false', 'STARTADAPTERQUIETLY : Off'),
      },
    },
  },
  'unknown-substitution-mode': {
    'the mode is an old name, or that of a pre-processor that is not enabled': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap(
          'preProcessors=environmentVariables',
          'environment-variables.impl=strictWithLogging',
          'system-properties.impl=loose',
        ),
      },
    },
  },
  'substitution-logs-values': {
    'log4j2 takes another file, which is quieter': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap(
          'preProcessors=environmentVariables',
          'environment-variables.impl=STRICT_WITH_LOGGING',
        ),
        'log4j2.xml':
          '<Configuration><Appenders><Console name="C"/></Appenders><Loggers><Root level="TRACE"><AppenderRef ref="C"/></Root></Loggers></Configuration>',
        'log4j2.properties': 'appender.c.type=Console\nappender.c.name=C\nrootLogger=INFO, C',
      },
    },
  },
  'unresolved-variable': {
    'a template or a script has a ${…} of its own': {
      files: {
        'adapter.xml': workflow(
          services('<payload-from-template><template>${order.id} ${1}</template></payload-from-template>'),
        ),
        'bootstrap.properties': environment,
      },
    },
    'a property of the JVM has the value': {
      files: {
        'adapter.xml': workflow('<!-- ${java.vm.name} -->'),
        'bootstrap.properties': bootstrap('preProcessors=systemProperties', 'system-properties.impl=STRICT'),
      },
    },
    'a Secret or a whole ConfigMap may have the value': {
      files: {
        'adapter.xml': served('<path>/x</path>').replace('<unique-id>w<', '<unique-id>${NAME}<'),
        'bootstrap.properties': bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=STRICT'),
      },
      options: { openEnvironment: true },
    },
    'the marks are others': {
      files: {
        'adapter.xml': workflow('<comments>%{HOSTNAME}</comments>'),
        'bootstrap.properties': bootstrap(
          'preProcessors=environmentVariables',
          'environment-variables.varprefix=%{',
          'environment-variables.impl=STRICT',
        ),
      },
    },
  },
  'circular-variable': {
    'a value has the name of an environment variable, or one variable twice': {
      files: {
        'adapter.xml': workflow('<comments>${a}</comments>'),
        'bootstrap.properties': bootstrap(
          'preProcessors=varsub',
          'variable-substitution.properties.url=variables.properties',
        ),
        'variables.properties': 'a=${HOSTNAME}-${b}-${b}\nb=x',
      },
    },
  },
  'variables-file-elsewhere': {
    'the file is one for another machine, and missing': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap(
          'preProcessors=varsub',
          'variable-substitution.properties.url.9=file://localhost/./config/variables-local.properties',
        ),
      },
    },
    'no pre-processor reads it': {
      files: named('variable-substitution.properties.url=file:///etc/variables.properties'),
    },
  },
  'bootstrap-value-ignored': {
    'a number has a sign, a switch is one of the words that Interlok knows': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap('loggingReconfigure=Y', 'enableLocalJndiServer=').replace(
          '=30000',
          '=+30000',
        ),
      },
    },
    'a key is no key of Interlok': { files: named('my.operationTimeout=30s') },
  },
};
