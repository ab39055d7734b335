// As many as there are collections: one of screens, one of calls.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
