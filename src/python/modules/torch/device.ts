/** `torch.device`: there is only the processor. */
import {
  members,
  NOT_IMPLEMENTED,
  PyObject,
  PyType,
  pyError,
  Refusal,
  type Value,
} from '../../objects/index.ts';

export const deviceType = new PyType({ name: 'device', module: 'torch', hashesAs: () => 'cpu' });

export class DeviceObject extends PyObject {
  override get type(): PyType {
    return deviceType;
  }
}

export const CPU = new DeviceObject();

const KNOWN =
  'cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone';

/** Refuses every device but the processor. */
export function readDevice(value: Value): DeviceObject {
  if (value instanceof DeviceObject || value === null) return CPU;
  const [kind = ''] = String(value).split(':');
  if (kind === 'cpu') return CPU;
  if (KNOWN.split(', ').includes(kind))
    throw new Refusal(
      `the device '${String(value)}' is not part of this book's PyTorch: tensors live on the 'cpu'`,
    );
  throw pyError('RuntimeError', `Expected one of ${KNOWN} device type at start of device string: ${kind}`);
}

members(deviceType, (value): value is DeviceObject => value instanceof DeviceObject)
  .constructs('device, index=None', (_type, device) => readDevice(device))
  .getter('type', () => 'cpu')
  .getter('index', () => null)
  .special('__eq__', (_self, other) => (other instanceof DeviceObject ? true : NOT_IMPLEMENTED))
  .special('__str__', () => 'cpu')
  .special('__repr__', () => "device(type='cpu')");
