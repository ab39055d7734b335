// Audio is real time: two journeys at once would starve each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
