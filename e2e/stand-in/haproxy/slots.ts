/** What a slot without a pod points at, as the controller has it. */
const NOWHERE = '127.0.0.1:1';

/** The server slots of a backend: a pod gets a free one, and gives it back when it leaves. */
export class Slots {
  private readonly addresses: (string | undefined)[];

  public constructor(
    private readonly backend: string,
    count: number,
    private readonly port: number,
  ) {
    this.addresses = Array.from({ length: count });
  }

  /**
   * Puts pods into slots, and gives the commands that tell a running HAProxy so: the controller's own, in its order, which
   * first points the slot of a pod that leaves at a dead address and then takes it out of rotation.
   */
  public update(addresses: readonly string[]): string[] {
    const commands: string[] = [];
    this.addresses.forEach((address, index) => {
      if (address === undefined || addresses.includes(address)) return;
      this.addresses[index] = undefined;
      commands.push(
        `set server ${this.name(index)} addr 127.0.0.1 port 1`,
        `set server ${this.name(index)} state maint`,
      );
    });
    for (const address of addresses.filter((each) => !this.addresses.includes(each))) {
      const index = this.addresses.indexOf(undefined);
      if (index < 0) return commands;
      this.addresses[index] = address;
      commands.push(
        `set server ${this.name(index)} addr ${address} port ${this.port}`,
        `set server ${this.name(index)} state ready`,
      );
    }
    return commands;
  }

  /** The lines of the configuration file. */
  public lines(): string[] {
    return this.addresses.map((address, index) => {
      const target = address === undefined ? `${NOWHERE} disabled` : `${address}:${this.port}`;
      return `server SRV_${index + 1} ${target}`;
    });
  }

  private name(index: number): string {
    return `${this.backend}/SRV_${index + 1}`;
  }
}
