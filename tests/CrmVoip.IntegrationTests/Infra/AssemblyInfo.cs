// As many as there are collections: much of what they do is waiting, for a database or for a time limit.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
