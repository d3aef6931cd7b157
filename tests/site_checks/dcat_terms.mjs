// The terms of the vocabularies that DCAT-AP 3 draws from, as far as a catalogue of files may use them.
const vocabularies = {
  "http://www.w3.org/ns/dcat#": `Catalog Dataset Distribution DataService Resource dataset distribution service theme themeTaxonomy keyword
    contactPoint landingPage accessURL downloadURL accessService byteSize mediaType compressFormat packageFormat temporalResolution
    spatialResolutionInMeters startDate endDate bbox centroid version record catalog qualifiedRelation endpointURL`,
  "http://purl.org/dc/terms/": `title description identifier publisher creator language license LicenseDocument issued modified spatial Location
    temporal PeriodOfTime accrualPeriodicity accessRights RightsStatement rights conformsTo Standard format provenance relation source type
    hasPart isPartOf hasVersion isReferencedBy MediaType MediaTypeOrExtent Frequency LinguisticSystem Agent`,
  "http://xmlns.com/foaf/0.1/": "Agent Organization Person name homepage mbox page Document primaryTopic",
  "http://www.w3.org/2006/vcard/ns#": "Kind Organization Individual fn hasEmail hasTelephone hasURL hasAddress hasName",
  "http://spdx.org/rdf/terms#": "Checksum ChecksumAlgorithm checksum checksumValue algorithm",
  "http://www.w3.org/2001/XMLSchema#": "dateTime date gYear nonNegativeInteger decimal hexBinary string boolean duration anyURI",
};

export const dcat_terms = new Set(
  Object.entries(vocabularies).flatMap(([address, names]) => names.trim().split(/\s+/).map((name) => address + name)));
