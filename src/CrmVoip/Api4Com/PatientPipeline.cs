using System.Net;
using Polly;
using Polly.Retry;

namespace CrmVoip.Api4Com;

/// <summary>Repeats a read while the provider says that it is busy, no sooner than it asks for. Never used for a dial.</summary>
internal static class PatientPipeline
{
    public static ResiliencePipeline<HttpResponseMessage> Create(Api4ComOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetries,
                Delay = options.RetryDelay,
                MaxDelay = options.LongestRetryAfter,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = attempt => ValueTask.FromResult(IsBusy(attempt.Outcome.Result?.StatusCode)),
                DelayGenerator = attempt => ValueTask.FromResult(Asked(attempt.Outcome.Result, options, time)),
            })
            .Build();

    private static bool IsBusy(HttpStatusCode? status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Null when the provider did not say for how long.</summary>
    private static TimeSpan? Asked(HttpResponseMessage? response, Api4ComOptions options, TimeProvider time)
    {
        TimeSpan? asked = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked > options.LongestRetryAfter ? options.LongestRetryAfter : asked;
    }
}
