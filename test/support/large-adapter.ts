/** An adapter with three channels of twenty workflows each, which call other systems, a shared database, and write files. */
export function largeAdapter(): string {
  const channels = [0, 1, 2].map(
    (channel) => `
    <channel>
      <unique-id>channel-${channel}</unique-id>
      <consume-connection class="jetty-http-connection"><port>${8081 + channel}</port></consume-connection>
      <workflow-list>${Array.from({ length: 20 }, (_, index) => workflow(channel * 20 + index)).join('')}
      </workflow-list>
    </channel>`,
  );
  return `<adapter>
  <unique-id>large</unique-id>
  <shared-components>
    <connections>
      <jdbc-connection>
        <unique-id>db</unique-id>
        <connect-url>jdbc:mysql://db.example.com:3306/orders</connect-url>
      </jdbc-connection>
    </connections>
  </shared-components>
  <channel-list>${channels.join('')}
  </channel-list>
</adapter>
`;
}

function workflow(index: number): string {
  return `
        <standard-workflow>
          <unique-id>order-${index}</unique-id>
          <consumer class="jetty-message-consumer"><path>/orders/${index}</path><methods>POST</methods></consumer>
          <service-collection class="service-list">
            <services>
              <add-metadata-service><unique-id>mark-${index}</unique-id></add-metadata-service>
              <jdbc-data-capture-service>
                <unique-id>keep-${index}</unique-id>
                <connection class="shared-connection"><lookup-name>db</lookup-name></connection>
                <statement>INSERT INTO orders VALUES (1)</statement>
              </jdbc-data-capture-service>
              <standalone-producer>
                <unique-id>ask-${index}</unique-id>
                <producer class="standard-http-producer"><url>https://stock${index % 4}.example.com/api?key=1</url></producer>
              </standalone-producer>
            </services>
          </service-collection>
          <producer class="jetty-standard-response-producer">
            <status-provider class="http-configured-status"><status>OK_200</status></status-provider>
          </producer>
        </standard-workflow>`;
}
