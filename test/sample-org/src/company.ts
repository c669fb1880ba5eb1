export const organisationName = 'larkhaul';

/** A service with an on-call rotation. Its repository has the same slug. */
export interface CompanyService {
  readonly slug: string;
  /** Name of the service in PagerDuty, which is seldom the name of the repository. */
  readonly displayName: string;
  readonly description: string;
  /** Nouns that the service's team uses for the things it works on. */
  readonly topics: readonly string[];
}

export const services: readonly CompanyService[] = (
  [
    ['ledger', 'Ledger', 'books every movement of money', 'postings, balances, closing'],
    ['payouts', 'Payouts (prod)', 'pays merchants', 'payouts, refunds, bank files'],
    ['checkout', 'Checkout', 'takes payments of senders', 'payments, carts, vouchers'],
    ['parcel-intake', 'Parcel Intake', 'takes parcel orders in', 'orders, manifests, bulk orders'],
    ['track-api', 'track-api', 'answers where a parcel is', 'tracking, milestones, proof of delivery'],
    ['track-feed', 'Tracking Feed', 'turns scans into milestones', 'scan events, milestones, carrier events'],
    ['merchant-api', 'merchant-api', 'the interface of shops', 'shipments, webhooks, merchants'],
    ['merchant-portal', 'Merchant Portal', 'the web page of shops', 'shipments, invoices, statistics'],
    ['label-press', 'label-press', 'prints labels', 'labels, print jobs, customs forms'],
    ['carrier-bridge', 'Carrier Bridge (prod)', 'books at partner carriers', 'bookings, carrier events, pickups'],
    ['route-planner', 'Route Planner', 'plans tours', 'tours, stops, time windows'],
    ['eta-oracle', 'eta-oracle', 'predicts arrivals', 'arrival times, delays, traffic news'],
    ['depot-scan', 'Depot Scan', 'reads barcodes in depots', 'scans, belts, handovers'],
    ['sorter-link', 'sorter-link', 'talks to the sorting machines', 'chutes, belts, sort plans'],
    ['customs-desk', 'Customs Desk', 'declares goods', 'declarations, duties, goods codes'],
    ['tariff-book', 'Tariff Book', 'knows prices', 'price lists, zones, surcharges'],
    ['rate-quote', 'rate-quote', 'quotes prices', 'quotes, offers, surcharges'],
    ['address-book', 'Address Book', 'checks addresses', 'addresses, postcodes, coordinates'],
    ['identity-gate', 'identity-gate', 'signs people in', 'logins, sessions, roles'],
    ['notify-hub', 'Notify Hub', 'sends mails and messages', 'mails, text messages, push'],
    ['invoice-mill', 'Invoice Mill', 'writes invoices', 'invoices, credit notes, dunning'],
    ['returns-desk', 'returns-desk', 'takes parcels back', 'returns, exchanges, refunds'],
    ['pickup-desk', 'Pickup Desk', 'books pickups', 'pickups, slots, parcel shops'],
    ['shift-board', 'Shift Board', 'plans shifts', 'shifts, drivers, absences'],
    ['promo-desk', 'promo-desk', 'keeps promotions', 'promo codes, campaigns, vouchers'],
    ['basket', 'Basket', 'keeps what senders chose', 'carts, drafts, upsells'],
    ['edge-proxy', 'Edge Proxy', 'the door to the internet', 'routes, redirects, limits'],
    ['public-site', 'Public Site', 'the web site', 'landing pages, prices, news'],
    ['courier-app-api', 'Courier App API', 'serves the app of drivers', 'tours, deliveries, signatures'],
    ['photo-vault', 'photo-vault', 'keeps photos of deliveries', 'photos, thumbnails, signatures'],
    ['report-forge', 'Report Forge', 'writes reports', 'reports, exports, statistics'],
    ['claims-office', 'Claims Office', 'handles damage', 'claims, damages, insurance'],
    ['fleet-watch', 'fleet-watch', 'follows the vans', 'positions, vans, mileage'],
    ['gate-keeper', 'Gate Keeper', 'opens the yard', 'gates, trucks, yard slots'],
    ['locker-grid', 'locker-grid', 'runs parcel lockers', 'lockers, doors, pickup codes'],
    ['chat-relay', 'Chat Relay', 'carries support chats', 'chats, tickets, macros'],
    ['search-lens', 'search-lens', 'finds parcels', 'search, filters, indexes'],
    ['weigh-bridge', 'Weigh Bridge', 'weighs and measures', 'weights, dimensions, scales'],
    ['toll-counter', 'toll-counter', 'counts tolls', 'tolls, routes, vehicle classes'],
    ['partner-hub', 'Partner Hub', 'settles with partners', 'partners, settlements, contracts'],
  ] as const
).map(([slug, displayName, description, topics]) => ({ slug, displayName, description, topics: topics.split(', ') }));

/** Repositories that belong to no service: settings, libraries, tools. */
export const nonServiceRepositories: readonly { readonly name: string; readonly description: string }[] = [
  { name: 'platform-config', description: 'settings and secrets of all services' },
  { name: 'feature-switches', description: 'who sees what' },
  { name: 'edge-config', description: 'rules at the edge' },
  { name: 'network-policies', description: 'who may talk to whom' },
  { name: 'cloud-accounts', description: 'roles, buckets, accounts' },
  { name: 'ops-scripts', description: 'scripts that are run once, mostly' },
  { name: 'cluster-base', description: 'what each cluster needs' },
  { name: 'release-train', description: 'the pipeline' },
  { name: 'service-charts', description: 'charts of the services' },
  { name: 'kotlin-kit', description: 'common things for services in Kotlin' },
  { name: 'ts-kit', description: 'common things for services in TypeScript' },
  { name: 'event-schemas', description: 'forms of the events' },
  { name: 'api-descriptions', description: 'interfaces' },
  { name: 'courier-app', description: 'the app of the drivers' },
  { name: 'depot-terminal', description: 'screens in depots' },
  { name: 'data-lake', description: 'tables for analysts' },
  { name: 'dashboards', description: 'graphs and alerts' },
  { name: 'handbook', description: 'how we work' },
  { name: 'design-tokens', description: 'colours and sizes' },
  { name: 'load-lab', description: 'load tests' },
];
