import { bootstrap, channel, http, served, workflow } from '../cases/case';
import { services, type SilentCases } from './silent';

const own = (body: string): string => workflow(services(body));

/** Of the rules about classes and fields. */
export const silentComponents: SilentCases = {
  'unknown-element': {
    'the element is another spelling of a field': {
      files: { 'adapter.xml': workflow().replace('<unique-id>w</unique-id>', '<uniqueId>w</uniqueId>') },
    },
    'the element stands in a component that nobody knows': {
      files: { 'adapter.xml': own('<com.example.Own><anything/></com.example.Own>') },
      options: { modules: 'any', stockImage: false },
    },
    'the release has the field': {
      files: {
        'adapter.xml': served(
          '<destination class="configured-consume-destination"><destination>/x</destination></destination>',
        ),
      },
      options: { release: '3.10.2' },
    },
  },
  'unknown-class': {
    'the class is the full name of one that is known': {
      files: { 'adapter.xml': channel('<consume-connection class="com.adaptris.core.NullConnection"/>') },
    },
    'a variable of the pod names it': {
      files: {
        'adapter.xml': channel('<consume-connection class="${X}"/>'),
        'bootstrap.properties': bootstrap('preProcessors=environmentVariables'),
      },
      options: { environment: { X: undefined } },
    },
  },
  'class-not-in-release': {
    'the release is one that has it': {
      files: { 'adapter.xml': own('<split-join-service/>') },
      options: { release: '3.10.2' },
    },
  },
  'module-not-in-image': {
    'the props name the module, or leave it open': {
      files: { 'adapter.xml': own('<json-jq-transform/>') },
      options: { modules: 'any' },
    },
  },
  'wrong-class': {
    'the class attribute says what the field is anyway': {
      files: { 'adapter.xml': channel('<workflow-list class="workflow-list"/>') },
    },
  },
  'duplicate-element': {
    'the field is a list that needs no element around it': {
      files: {
        'adapter.xml': own(
          '<add-metadata-service><metadata-element><key>a</key></metadata-element><metadata-element><key>b</key></metadata-element></add-metadata-service>',
        ),
      },
    },
  },
  'value-invalid': {
    'the number is hexadecimal, or its value is known in the pod alone': {
      files: {
        'adapter.xml': channel(
          '<workflow-list><pooling-workflow><unique-id>w</unique-id><pool-size>#10</pool-size></pooling-workflow></workflow-list>',
        ),
      },
    },
    'the channel stands in a comment': {
      files: { 'adapter.xml': channel('<!-- <auto-start>x</auto-start>', http('x'), '-->') },
    },
  },
  'boolean-read-as-false': {
    'true is written in other letters, or in a CDATA section': {
      files: { 'adapter.xml': channel('<auto-start><![CDATA[TrUe]]></auto-start>') },
    },
  },
  'ignored-content': {
    'comments, instructions and namespaces stand anywhere': {
      files: { 'adapter.xml': `${channel('<?note x?>', '<!-- a note -->')}\n<!-- the end -->\n<?note y?>\n` },
    },
  },
  'not-of-the-list': {
    'an item is written by its full class name': {
      files: { 'adapter.xml': own('<com.adaptris.core.NullService/>') },
    },
  },
  'blanks-kept': {
    'blanks stand inside of a name, or around a comment': {
      files: { 'adapter.xml': channel('<comments> read me </comments>').replace('>c<', '>my channel<') },
    },
  },
  'required-missing': {
    'the release does not demand it': {
      files: { 'adapter.xml': workflow('<producer class="fs-producer"/>') },
      options: { release: '3.11.1' },
    },
  },
  'deprecated-component': {
    'the component is deprecated in a later release': {
      files: { 'adapter.xml': own('<split-join-service/>') },
      options: { release: '3.11.1' },
    },
  },
};
