import { type Flow, type FlowStep, readConfiguration, readFlow } from '../../../lib/interlok';
import { helloWorld } from '../../support/config';

const workflow = (content: string): string =>
  `<standard-workflow><unique-id>w</unique-id>${content}</standard-workflow>`;
const adapter = (workflows: string, { connections = '', shared = '', channel = '', after = '' } = {}): string =>
  `<adapter><unique-id>a</unique-id>
  <shared-components><connections>${shared}</connections></shared-components>
  <channel-list><channel><unique-id>c</unique-id>${channel}${connections}
  <workflow-list>${workflows}</workflow-list></channel></channel-list>${after}</adapter>`;

function flowOf(xml: string): Flow {
  const { flow } = readFlow(helloWorld({ 'adapter.xml': xml }));
  if (flow === undefined) throw new Error('there is no flow');
  return flow;
}

const exchanges = (step?: FlowStep): unknown => step?.exchanges.map(({ how, what }) => `${how} ${what}`);

describe('the flow of an adapter', () => {
  test('given the Hello World, then it goes from the connection over the consumer and the service to the producer', () => {
    const { flow } = readFlow('config');
    const [only] = flow?.channels[0]?.workflows ?? [];

    expect(flow?.connections).toMatchObject([
      { type: 'jetty-http-connection', listens: { port: 8081, protocol: 'http' } },
    ]);
    expect(only?.consumer).toMatchObject({
      type: 'jetty-message-consumer',
      path: '/*',
      connection: flow?.connections[0]?.key,
      file: 'config/adapter.xml',
      line: 13,
      until: { file: 'config/adapter.xml', line: 17 },
    });
    expect(only?.services.map(({ type }) => type)).toEqual(['payload-from-template']);
    expect(only?.producer).toMatchObject({ type: 'jetty-standard-response-producer', id: 'send-http-response' });
  });

  test('given services in rows of rows, then they are steps; those inside of another one are inside of it', () => {
    const services = `<service-collection class="service-list"><services>
      <service-list><services><log-message-service><unique-id>first</unique-id></log-message-service></services></service-list>
      <split-join-service><unique-id>split</unique-id>
        <service class="service-list"><services><log-message-service><unique-id>inner</unique-id></log-message-service></services></service>
      </split-join-service></services></service-collection>`;
    const [only] = flowOf(adapter(workflow(services))).channels[0]?.workflows ?? [];

    expect(only?.services.map(({ id }) => id)).toEqual(['first', 'split']);
    expect(only?.services[1]?.steps.map(({ id }) => id)).toEqual(['inner']);
  });

  test('given an address with a login and parameters, then neither is part of it', () => {
    const services = `<service-collection class="service-list"><services><standalone-producer><unique-id>p</unique-id>
      <producer class="standard-http-producer"><url>https://me:secret@a.example.com/in?key=secret</url></producer>
      </standalone-producer></services></service-collection>`;
    const flow = flowOf(adapter(workflow(services)));

    expect(exchanges(flow.channels[0]?.workflows[0]?.services[0])).toEqual(['calls https://a.example.com/in']);
    expect(JSON.stringify(flow)).not.toContain('secret');
  });

  test('given files, then what polls them reads, and what writes them writes', () => {
    const flow = flowOf(
      adapter(
        workflow(`<consumer class="fs-consumer"><base-directory-url>file:///in</base-directory-url></consumer>
        <producer class="fs-producer"><base-directory-url>file:///out</base-directory-url></producer>`),
      ),
    );
    const [only] = flow.channels[0]?.workflows ?? [];

    expect(exchanges(only?.consumer)).toEqual(['reads file:///in']);
    expect(exchanges(only?.producer)).toEqual(['writes file:///out']);
  });

  test('given a shared connection, then who names it uses it, and it stands once', () => {
    const flow = flowOf(
      adapter(
        workflow(`<service-collection class="service-list"><services>
          <jdbc-data-capture-service><connection class="shared-connection"><lookup-name>comp/env/db</lookup-name></connection>
          </jdbc-data-capture-service></services></service-collection>`),
        {
          shared:
            '<jdbc-connection><unique-id>db</unique-id><connect-url>jdbc:mysql://db/x</connect-url></jdbc-connection>',
        },
      ),
    );

    expect(flow.connections).toMatchObject([{ id: 'db', exchanges: [{ how: 'calls', what: 'jdbc:mysql://db/x' }] }]);
    expect(flow.channels[0]?.workflows[0]?.services[0]?.connection).toBe(flow.connections[0]?.key);
  });

  test('given something that calls from outside of every workflow, then it is there, at the component that it belongs to', () => {
    const flow = flowOf(
      adapter(workflow(''), {
        channel: `<message-error-handler class="standard-processing-exception-handler"><processing-exception-service class="standalone-producer">
        <producer class="standard-http-producer"><url>https://alerts.example.com</url></producer>
        </processing-exception-service></message-error-handler>`,
      }),
    );

    expect(flow.channels[0]?.others).toMatchObject([
      {
        type: 'standard-processing-exception-handler',
        exchanges: [{ how: 'calls', what: 'https://alerts.example.com' }],
      },
    ]);
  });

  test.each(['3.9.3', '5.0.1'])(
    'given the path of a consumer as a URL, as before 4.0, then nothing is called by it in %s, and nothing connects out',
    (release) => {
      const config = helloWorld({
        'adapter.xml': adapter(
          workflow(`<consumer class="jetty-message-consumer"><destination class="configured-consume-destination">
          <destination>http://localhost:8081/orders</destination></destination></consumer>`),
        ),
      });
      const { flow } = readFlow(config, { release });

      expect(exchanges(flow?.channels[0]?.workflows[0]?.consumer)).toEqual([]);
      expect(readConfiguration(config, { release }).adapter.connectsOut).toEqual([]);
    },
  );

  test('given connections that connect to nothing, then they are not there', () => {
    const connections = '<consume-connection class="null-connection"/><produce-connection class="null-connection"/>';
    expect(flowOf(adapter(workflow(''), { connections })).connections).toEqual([]);
  });

  test.each(['', '<adapter>', 'no XML'])(
    'given %j for adapter.xml, then there is no flow, and nothing is thrown',
    (xml) => {
      expect(readFlow(helloWorld({ 'adapter.xml': xml })).flow).toBeUndefined();
    },
  );
});
