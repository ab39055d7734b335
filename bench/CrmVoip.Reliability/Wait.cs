namespace CrmVoip.Reliability;

/// <summary>Waits for facts; the limit only keeps a run that broke from waiting for ever.</summary>
public static class Wait
{
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(3);

    public static async Task UntilAsync(Func<string> what, Func<Task<bool>> isSo)
    {
        var end = DateTimeOffset.UtcNow + _limit;
        while (!await isSo())
        {
            if (DateTimeOffset.UtcNow > end)
            {
                throw new TimeoutException($"Waited {_limit.TotalMinutes} minutes in vain until {what()}.");
            }

            await Task.Delay(_between);
        }
    }

    public static async Task<bool> AnswersAsync(HttpClient http, Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
