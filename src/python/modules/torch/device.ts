/** `torch.device`: there is only the processor. */
import {
  members,
  NOT_IMPLEMENTED,
  PyObject,
  PyType,
  pyError,
  Refusal,
  str,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';

export const deviceType = new PyType({
  name: 'device',
  module: 'torch',
  hashesAs: (self) => nameOf(self as DeviceObject),
});

export class DeviceObject extends PyObject {
  override get type(): PyType {
    return deviceType;
  }
}

/** A device that this machine does not have: programs may name it, and PyTorch refuses to put a tensor there. */
class MissingDevice extends DeviceObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  get kind(): string {
    return this.name.split(':')[0] as string;
  }

  get index(): bigint | null {
    const index = this.name.split(':')[1];
    return index === undefined ? null : BigInt(index);
  }
}

export const CPU = new DeviceObject();

const KNOWN =
  'cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone';

/** Returns the device to put a tensor on. @throws {PyError} AssertionError for one that this machine does not have. */
export function readDevice(value: Value): DeviceObject {
  const device = namedDevice(value);
  if (device instanceof MissingDevice) throw missing(device);
  return device;
}

/** Returns what PyTorch says of a device that it was not built for. */
function missing({ kind, name }: MissingDevice): Error {
  if (kind === 'cuda') return pyError('AssertionError', 'Torch not compiled with CUDA enabled');
  return new Refusal(`the device '${name}' is not part of this book's PyTorch: tensors live on the 'cpu'`);
}

/** @throws {PyError} what a program hears that asks for a graphics processor: `tensor.cuda()`. */
export function requireCuda(): never {
  throw missing(new MissingDevice('cuda'));
}

/** Returns the device of that name, whether this machine has it or not. */
function namedDevice(value: Value, index: Value = null): DeviceObject {
  if (value instanceof DeviceObject) return value;
  if (value === null) return CPU;
  if (value instanceof PyObject)
    throw typeError(`device(): argument 'device' (position 1) must be torch.device, not ${typeName(value)}`);
  const [kind = ''] = str(value).split(':');
  if (kind === 'cpu') return CPU;
  if (KNOWN.split(', ').includes(kind))
    return new MissingDevice(typeof index === 'bigint' ? `${kind}:${index}` : str(value));
  throw pyError('RuntimeError', `Expected one of ${KNOWN} device type at start of device string: ${kind}`);
}

members(deviceType, (value): value is DeviceObject => value instanceof DeviceObject)
  .constructs('device, index=None', (_type, device, index) => namedDevice(device, index))
  .getter('type', kindOf)
  .getter('index', (self) => (self instanceof MissingDevice ? self.index : null))
  .special('__eq__', (self, other) =>
    other instanceof DeviceObject ? nameOf(self) === nameOf(other) : NOT_IMPLEMENTED,
  )
  .special('__str__', nameOf)
  .special('__repr__', (self) => {
    const index = self instanceof MissingDevice && self.index !== null ? `, index=${self.index}` : '';
    return `device(type='${kindOf(self)}'${index})`;
  });

function nameOf(device: DeviceObject): string {
  return device instanceof MissingDevice ? device.name : 'cpu';
}

function kindOf(device: DeviceObject): string {
  return device instanceof MissingDevice ? device.kind : 'cpu';
}
