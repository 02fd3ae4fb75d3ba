import { fold } from '../text.js';
import { awsServices } from './aws-services.js';
import { currentAwsServices } from './aws-services-current.js';

const namesOf = (service: (typeof awsServices)[number]) => [service.name, ...service.earlierNames, ...service.shortNames];

const find = (name: string) => awsServices.find((service) => namesOf(service).some((one) => fold(one) === fold(name)))?.name;

describe('The catalog of AWS services', () => {
  it('holds 250 or more services on offer', () => {
    expect(currentAwsServices.length).toBeGreaterThanOrEqual(250);
  });

  it('never gives one name to two services', () => {
    const owners = new Map<string, Set<string>>();
    for (const service of awsServices) {
      for (const name of namesOf(service)) owners.set(fold(name), (owners.get(fold(name)) ?? new Set()).add(service.name));
    }
    expect([...owners].filter(([, services]) => services.size > 1)).toEqual([]);
  });

  it('has each service and each of its names once, without blanks around', () => {
    const names = awsServices.map((service) => fold(service.name));
    expect(new Set(names).size).toBe(names.length);
    for (const service of awsServices) {
      const folded = namesOf(service).map(fold);
      expect(namesOf(service).every((name) => name !== '' && name === name.trim())).toBe(true);
      expect({ service: service.name, twice: folded.filter((name, at) => folded.indexOf(name) !== at) }).toEqual({
        service: service.name,
        twice: [],
      });
    }
  });

  it.each([
    ['Amazon EKS', 'Amazon Elastic Kubernetes Service'],
    ['eks', 'Amazon Elastic Kubernetes Service'],
    ['AWS EKS', 'Amazon Elastic Kubernetes Service'],
    ['Amazon Lambda', 'AWS Lambda'],
    ['Amazon Kinesis Data Firehose', 'Amazon Data Firehose'],
    ['Amazon SageMaker', 'Amazon SageMaker AI'],
    ['AWS SSO', 'AWS IAM Identity Center'],
    ['CloudWatch Events', 'Amazon EventBridge'],
    ['Amazon Elasticsearch Service', 'Amazon OpenSearch Service'],
    ['Amazon AppStream 2.0', 'Amazon WorkSpaces Applications'],
    ['Amazon Quick Sight', 'Amazon QuickSight'],
    ['Amazon RDS for MySQL', 'Amazon Relational Database Service'],
    ['Amazon EC2 Spot', 'Amazon EC2 Spot Instances'],
    ['Amazon Elastic MapReduce', 'Amazon EMR'],
  ])('knows %s as %s', (name, service) => {
    expect(find(name)).toBe(service);
  });

  it.each([
    ['Amazon Aurora', 'Amazon RDS'],
    ['Amazon Aurora', 'Amazon Aurora DSQL'],
    ['Amazon EC2', 'Amazon EC2 Spot Instances'],
    ['Amazon EC2', 'AWS Graviton'],
    ['Amazon Kinesis', 'Amazon Data Firehose'],
    ['Amazon Kinesis', 'Amazon Kinesis Video Streams'],
    ['Amazon ECS', 'AWS Fargate'],
    ['Amazon Quick Suite', 'Amazon QuickSight'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(find(one)).toBeDefined();
    expect(find(other)).toBeDefined();
    expect(find(one)).not.toBe(find(other));
  });

  it.each([
    'Config',
    'Batch',
    'Connect',
    'Backup',
    'Glue',
    'Shield',
    'Personalize',
    'Translate',
    'Inspector',
    'Detective',
    'Organizations',
    'Artifact',
    'Health',
  ])('does not take the bare word "%s" for a service, since it would stand in any text', (word) => {
    expect(find(word)).toBeUndefined();
  });
});
