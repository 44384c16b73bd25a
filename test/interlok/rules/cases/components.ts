import { adapter, type CasesByRule, channel, http, served, workflow } from './case';

const services = (...lines: readonly string[]): string =>
  workflow('<service-collection class="service-list">', '<services>', ...lines, '</services>', '</service-collection>');
const path = '<path>/a</path>';
const destination =
  '<destination class="configured-consume-destination"><destination>/a</destination><filter-expression>GET</filter-expression></destination>';

/** Classes, fields and values, as the catalogue knows them. */
export const componentCases: CasesByRule = {
  'unknown-element': {
    good: [
      { files: { 'adapter.xml': '<adapter><uniqueId>a</uniqueId></adapter>' }, also: ['adapter-id-missing'] },
      { files: { 'adapter.xml': served(destination) }, options: { release: '3.12.0' } },
    ],
    bad: [
      {
        files: { 'adapter.xml': served('<pth>/a</pth>') },
        at: 'adapter.xml@<pth>',
        says: 'jetty-message-consumer has no <pth>; write <path>',
        also: ['path-missing'],
      },
      {
        files: { 'adapter.xml': served(destination) },
        at: 'adapter.xml@<destination',
        says: '<destination> of jetty-message-consumer was removed in 4.0.0, and this is 5.0.1; write <path>/a</path> and <methods>GET</methods> instead',
      },
      {
        files: { 'adapter.xml': served(path) },
        options: { release: '3.10.2' },
        at: 'adapter.xml@<path>',
        says: 'came with 3.11.0, and this is 3.10.2; write <destination class="configured-consume-destination"><destination>/a</destination></destination>',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<producer class="jms-queue-producer"><destination class="configured-produce-destination"><destination>q</destination></destination></producer>',
          ),
        },
        at: 'adapter.xml:9:38',
        says: 'write <queue>q</queue> instead',
      },
      {
        files: { 'adapter.xml': services('<add-metadata-service><metadata-elemnt/></add-metadata-service>') },
        options: { modules: 'any' },
        at: 'adapter.xml@<metadata-elemnt',
        severity: 'warning',
        says: 'write <metadata-element>',
      },
      {
        files: { 'adapter.xml': workflow('<service-list/>') },
        at: 'adapter.xml:9:1',
        says: 'write <service-collection class="service-list">',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<consumer class="polling-trigger"><poller class="fixed-interval-poller"><interval>1</interval></poller></consumer>',
          ),
        },
        at: 'adapter.xml@<interval',
        says: 'put it one level down, into <poll-interval>',
        also: ['polling-in-every-pod'],
      },
      {
        files: { 'adapter.xml': channel('<workflow-list>', '<produce-connection/>', '</workflow-list>') },
        at: 'adapter.xml:7:1',
        says: 'put it one level up, into <channel>',
        also: ['id-missing'],
      },
      {
        files: { 'adapter.xml': adapter('<new-in-six/>') },
        options: { release: '6.0.0' },
        at: 'adapter.xml:3:1',
        severity: 'warning',
        says: 'adapter has no <new-in-six>',
      },
      {
        files: { 'adapter.xml': '<adapter>\n<channels>\n</adapter>' },
        at: 'adapter.xml:2:1',
        says: 'it has <channel-list>',
        also: ['malformed-xml'],
      },
    ],
  },
  'unknown-class': {
    good: [
      { files: { 'adapter.xml': services('<com.adaptris.core.NullService/>', '<anything class="null-service"/>') } },
      {
        files: {
          'adapter.xml': channel('<consume-connection class="${CONNECTION}"/>'),
          'bootstrap.properties':
            'adapterConfigUrl.0=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false\noperationTimeout=30000\npreProcessors=environmentVariables',
        },
        options: { environment: { CONNECTION: undefined } },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': channel('<consume-connection class="jety-http-connection"/>') },
        at: 'adapter.xml:6:1',
        says: 'class "jety-http-connection"; write class="jetty-http-connection"',
      },
      {
        files: { 'adapter.xml': services('<log-mesage-service/>') },
        at: 'adapter.xml:11:1',
        says: 'write <log-message-service>',
      },
      {
        files: { 'adapter.xml': channel('<consume-connection class="com.adaptris.core.http.HttpConnection"/>') },
        at: 'adapter.xml:6:1',
        says: 'write class="com.adaptris.core.http.jetty.HttpConnection"',
      },
      {
        files: { 'adapter.xml': services('<our-own-service/>') },
        options: { modules: 'any' },
        at: 'adapter.xml:11:1',
        severity: 'warning',
        says: 'by ownComponents',
      },
    ],
  },
  'class-not-in-release': {
    good: [
      { files: { 'adapter.xml': services('<split-join-service/>') }, options: { release: '3.10.2' } },
      { files: { 'adapter.xml': services('<clustered-service/>') }, options: { modules: 'any' } },
    ],
    bad: [
      {
        files: { 'adapter.xml': services('<split-join-service/>') },
        at: 'adapter.xml:11:1',
        says: "'split-join-service' was removed in 4.0.0, and this is 5.0.1; use pooled-split-join-service",
      },
      {
        files: { 'adapter.xml': services('<payload-from-template/>') },
        options: { release: '3.9.3' },
        at: 'adapter.xml:11:1',
        says: 'came with 3.10.0, and this is 3.9.3; use payload-from-metadata-service, or an image of 3.10.0 or newer',
      },
      {
        files: { 'adapter.xml': services('<clustered-service/>') },
        at: 'adapter.xml:11:1',
        says: 'was last in interlok-vertx 4.3.0',
      },
    ],
  },
  'module-not-in-image': {
    good: [
      {
        files: { 'adapter.xml': services('<json-jq-transform/>') },
        options: { modules: ['interlok-jq'] },
        also: ['required-missing'],
      },
      {
        files: { 'adapter.xml': services('<json-jq-transform/>') },
        options: { modules: 'any' },
        also: ['required-missing'],
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': services('<json-jq-transform/>') },
        at: 'adapter.xml:11:1',
        says: "'json-jq-transform' is in interlok-jq.jar, which the stock image of 5.0.1 does not have; build an image with it, by 'COPY interlok-jq.jar /opt/interlok/lib/' in its Dockerfile (Gradle: interlokRuntime \"com.adaptris:interlok-jq:5.0.1\"), and say so: InterlokImage.custom('…', { release: '5.0.1', modules: ['interlok-jq'] })",
        also: ['required-missing'],
      },
    ],
  },
  'wrong-class': {
    good: [{ files: { 'adapter.xml': channel('<workflow-list class="workflow-list"/>') } }],
    bad: [
      {
        files: { 'adapter.xml': workflow('<consumer class="jetty-standard-response-producer"/>') },
        at: 'adapter.xml:9:1',
        says: "'jetty-standard-response-producer' is no AdaptrisMessageConsumer, which <consumer> takes",
      },
      {
        files: { 'adapter.xml': channel('<consume-connection type="jetty-http-connection"/>') },
        at: 'adapter.xml:6:1',
        says: 'write class="jetty-http-connection": type means nothing here',
      },
      {
        files: { 'adapter.xml': workflow('<consumer class=""/>') },
        at: 'adapter.xml:9:1',
        says: 'an empty class attribute',
      },
      {
        files: { 'adapter.xml': served(path, http(8081).replace('<port>', '<port class="string">')) },
        at: 'adapter.xml@<port',
        says: "'java.lang.String' is no int",
      },
    ],
  },
  'duplicate-element': {
    good: [
      {
        files: {
          'adapter.xml': services(
            '<add-metadata-service><metadata-element><key>a</key><value/></metadata-element><metadata-element><key>b</key><value/></metadata-element></add-metadata-service>',
          ),
        },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': channel('<uniqueId>d</uniqueId>') },
        at: 'adapter.xml:6:1',
        says: '<unique-id> of channel is already written on line 5',
      },
    ],
  },
  'value-invalid': {
    good: [
      {
        files: {
          'adapter.xml': channel(
            '<workflow-list>',
            '<pooling-workflow><unique-id>w</unique-id><pool-size>0x10</pool-size></pooling-workflow>',
            '</workflow-list>',
          ),
        },
      },
      { files: { 'adapter.xml': served(path, http(8081, '')) } },
    ],
    bad: [
      {
        files: {
          'adapter.xml': channel(
            '<workflow-list>',
            '<pooling-workflow><unique-id>w</unique-id><pool-size>five</pool-size></pooling-workflow>',
            '</workflow-list>',
          ),
        },
        at: 'adapter.xml@five',
        says: "'five' is no number, which <pool-size> takes",
      },
      {
        files: { 'adapter.xml': services('<log-message-service><log-level>WARNING</log-level></log-message-service>') },
        at: 'adapter.xml@WARNING',
        says: 'write one of ERROR, WARN, INFO, DEBUG, TRACE',
      },
      {
        files: { 'adapter.xml': channel('<produce-connection class="null-connection" reference="../nothing"/>') },
        at: 'adapter.xml:6:1',
        says: 'reference="../nothing" leads to no element before this one',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<producer class="jms-queue-producer"><queue>q</queue><priority>12</priority></producer>',
          ),
        },
        at: 'adapter.xml@12',
        severity: 'warning',
        says: '12 is more than 9, and -configtest refuses it',
      },
    ],
  },
  'boolean-read-as-false': {
    good: [
      { files: { 'adapter.xml': channel('<auto-start>TRUE</auto-start>') } },
      { files: { 'adapter.xml': channel('<auto-start> no </auto-start>') } },
    ],
    bad: [
      {
        files: {
          'adapter.xml': services(
            '<payload-to-metadata><key>k</key><metadata-target>Standard</metadata-target></payload-to-metadata>',
            '<add-metadata-service><overwrite>yes</overwrite></add-metadata-service>',
          ),
        },
        at: 'adapter.xml@yes',
        severity: 'warning',
        says: "'yes' in <overwrite> is read as false",
      },
    ],
  },
  'ignored-content': {
    good: [
      { files: { 'adapter.xml': channel('a note') } },
      {
        files: {
          'adapter.xml': '<a:adapter xmlns:a="urn:a" a:note="x"><unique-id>a</unique-id></a:adapter>\n<!-- the end -->',
        },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': channel('<consume-connection class="jetty-http-connection" port="8081"/>') },
        at: 'adapter.xml:6:1',
        severity: 'warning',
        says: 'the attribute port of <consume-connection> is ignored: <port> has its default, 8080; write <port>8081</port>',
      },
      {
        files: { 'adapter.xml': services('<log-message-service enabled="false"/>') },
        at: 'adapter.xml:11:1',
        severity: 'warning',
        says: 'the attribute enabled of <log-message-service> is ignored: the component runs',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<service-collection class="service-list"><services><![CDATA[<null-service/>]]></services></service-collection>',
          ),
        },
        at: 'adapter.xml:9:61',
        severity: 'warning',
        says: 'the text of <services> is ignored',
      },
      {
        files: {
          'adapter.xml': services('<payload-from-template><template><html/></template></payload-from-template>'),
        },
        at: 'adapter.xml@<template>',
        severity: 'warning',
        says: 'the value of <template> ends before <html>: it is empty',
      },
      {
        files: { 'adapter.xml': adapter('<log>x</log>') },
        at: 'adapter.xml:3:1',
        severity: 'warning',
        says: '<log> is skipped',
      },
      {
        files: { 'adapter.xml': `${adapter()}\n<adapter/>` },
        at: 'adapter.xml:4:1',
        severity: 'warning',
        says: 'what follows the root',
      },
    ],
  },
  'not-of-the-list': {
    good: [{ files: { 'adapter.xml': services('<service class="log-message-service"/>') } }],
    bad: [
      {
        files: { 'adapter.xml': services('<null-connection/>') },
        at: 'adapter.xml:11:1',
        severity: 'warning',
        says: "'null-connection' is no Service",
      },
      {
        files: { 'adapter.xml': services('<null/>') },
        at: 'adapter.xml:11:1',
        severity: 'warning',
        says: 'an empty place',
      },
      {
        files: { 'adapter.xml': services('<log-message-service class="null-service"/>') },
        at: 'adapter.xml:11:1',
        severity: 'warning',
        says: '<log-message-service> is a null-service: its class counts, not its tag',
      },
      {
        files: { 'adapter.xml': services('<java.lang.ProcessBuilder/>') },
        at: 'adapter.xml:11:1',
        says: 'cannot be read in <services>',
      },
    ],
  },
  'blanks-kept': {
    good: [
      {
        files: {
          'adapter.xml': services('<payload-from-template><template>\n{"a": 1}\n</template></payload-from-template>'),
        },
      },
      { files: { 'adapter.xml': channel('<comments> a comment </comments>') } },
    ],
    bad: [
      {
        files: { 'adapter.xml': adapter().replace('>a<', '> a <') },
        at: 'adapter.xml:2:13',
        severity: 'warning',
        says: 'the blanks around the value of <unique-id> are part of it',
      },
      {
        files: {
          'adapter.xml': services('<payload-from-template><template>\nHello\n</template></payload-from-template>'),
        },
        at: 'adapter.xml:12:1',
        severity: 'warning',
        says: 'the line breaks and blanks around the value of <template>',
      },
    ],
  },
  'required-missing': {
    good: [
      {
        files: { 'adapter.xml': workflow('<producer class="fs-producer"/>') },
        options: { release: '3.11.1' },
        also: ['file-store'],
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': workflow('<producer class="jms-queue-producer"/>') },
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'jms-queue-producer has no <queue>, which -configtest demands',
      },
      {
        files: {
          'adapter.xml': channel(
            http(8081),
            '<workflow-list>',
            '<standard-workflow><unique-id>w</unique-id></standard-workflow>',
            '</workflow-list>',
          ),
        },
        at: 'adapter.xml:8:1',
        severity: 'warning',
        says: 'the standard-workflow has no <consumer>: nothing is consumed from the jetty-http-connection',
      },
    ],
  },
  'deprecated-component': {
    good: [{ files: { 'adapter.xml': services('<split-join-service/>') }, options: { release: '3.11.1' } }],
    bad: [
      {
        files: { 'adapter.xml': services('<split-join-service/>') },
        options: { release: '3.11.1', strict: true },
        at: 'adapter.xml:11:1',
        severity: 'warning',
        says: "'split-join-service' is to be removed in 4.0.0; use pooled-split-join-service",
      },
    ],
  },
  'method-invalid': {
    good: [{ files: { 'adapter.xml': served(`${path}<methods>GET, PROPFIND</methods>`) } }],
    bad: [
      {
        files: { 'adapter.xml': served(`${path}<methods>GET;POST</methods>`) },
        at: 'adapter.xml@GET;POST',
        severity: 'warning',
        says: "no request has the method 'GET;POST'",
      },
    ],
  },
};
