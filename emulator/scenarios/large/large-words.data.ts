// Fifty times forty times five make ten thousand names of customers, none of them anybody's.
export const firstWords = [
  ...['Alder', 'Amber', 'Anvil', 'Arctic', 'Ash', 'Aurora', 'Basalt', 'Beacon', 'Birch', 'Bramble'],
  ...['Brindle', 'Cedar', 'Cinder', 'Clover', 'Cobalt', 'Copper', 'Coral', 'Crane', 'Dapple', 'Drift'],
  ...['Ember', 'Fable', 'Falcon', 'Fathom', 'Fern', 'Flint', 'Gable', 'Garnet', 'Glade', 'Granite'],
  ...['Harbour', 'Hazel', 'Heron', 'Indigo', 'Ivory', 'Juniper', 'Kestrel', 'Lantern', 'Larch', 'Linden'],
  ...['Marble', 'Meadow', 'Nimbus', 'Ochre', 'Onyx', 'Orchard', 'Pebble', 'Quartz', 'Rowan', 'Saffron'],
];

export const secondWords = [
  ...['Analytics', 'Bakeries', 'Biotech', 'Books', 'Capital', 'Ceramics', 'Cloud', 'Clinics', 'Courier'],
  ...['Design', 'Dynamics', 'Energy', 'Farms', 'Films', 'Foods', 'Freight', 'Games', 'Gardens', 'Health'],
  ...['Holdings', 'Homes', 'Hotels', 'Insurance', 'Labs', 'Legal', 'Logistics', 'Marine', 'Media', 'Metals'],
  ...['Mobility', 'Networks', 'Optics', 'Outfitters', 'Paper', 'Pharma', 'Rail', 'Robotics', 'Solar'],
  ...['Textiles', 'Travel'],
];

export const lastWords = ['Group', 'AG', 'Ltd', 'SA', 'Cooperative'];
