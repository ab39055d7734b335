namespace CrmVoip.Limit;

/// <summary>Values as the product's board says them.</summary>
public sealed class Words(Page page, DateTimeOffset now)
{
    private static readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");
    private readonly TimeSpan _offset = _zone.GetUtcOffset(now);

    private int Today => Day(now.UtcDateTime);

    /// <summary>R$ 84.713, with cents where there are any.</summary>
    public void Money(decimal value)
    {
        page.Raw("R$\u00A0"u8);
        var whole = decimal.ToInt64(decimal.Truncate(value));
        Thousands(whole);
        if ((int)((value - whole) * 100) is not 0 and var cents)
        {
            page.Raw(","u8).TwoDigits(cents);
        }
    }

    public void DaysSince(DateTime moment)
    {
        switch (Math.Max(0, Today - Day(moment)))
        {
            case 0: page.Raw("hoje"u8); break;
            case 1: page.Raw("1 dia"u8); break;
            case var days: page.Number(days).Raw(" dias"u8); break;
        }
    }

    public void Ago(DateTime moment)
    {
        var passed = now.UtcDateTime - moment;
        switch (Today - Day(moment))
        {
            case <= 0 when passed < TimeSpan.FromMinutes(1): page.Raw("agora"u8); break;
            case <= 0 when passed < TimeSpan.FromHours(1): page.Raw("há "u8).Number((long)passed.TotalMinutes).Raw(" min"u8); break;
            case <= 0: page.Raw("hoje, "u8).TwoDigits((moment + _offset).Hour).Raw(":"u8).TwoDigits((moment + _offset).Minute); break;
            case 1: page.Raw("ontem"u8); break;
            case < 7 and var days: page.Raw("há "u8).Number(days).Raw(" dias"u8); break;
            default: Date(DateOnly.FromDateTime(moment + _offset)); break;
        }
    }

    /// <summary>"vencido", "hoje", or nothing for a day to come.</summary>
    public void Due(DateOnly day)
    {
        var left = day.DayNumber - Today;
        page.Raw(left < 0 ? "vencido"u8 : left == 0 ? "hoje"u8 : ""u8);
    }

    public void Deadline(DateOnly day)
    {
        switch (day.DayNumber - Today)
        {
            case 0: page.Raw("hoje"u8); break;
            case 1: page.Raw("amanhã"u8); break;
            case -1: page.Raw("ontem"u8); break;
            case > 1 and < 7: page.Text(Weekday(day.DayOfWeek)); break;
            default: Date(day); break;
        }
    }

    public static string Status(string status) => status switch
    {
        "em_andamento" => "Em andamento",
        "atendida" => "Atendida",
        "nao_atendida" => "Não atendida",
        "ocupado" => "Ocupado",
        "cancelada" => "Cancelada",
        "recusada" => "Recusada",
        "caixa_postal" => "Caixa postal",
        _ => "Falha",
    };

    private static string Weekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Sunday => "domingo",
        DayOfWeek.Monday => "segunda",
        DayOfWeek.Tuesday => "terça",
        DayOfWeek.Wednesday => "quarta",
        DayOfWeek.Thursday => "quinta",
        DayOfWeek.Friday => "sexta",
        _ => "sábado",
    };

    private int Day(DateTime moment) => DateOnly.FromDateTime(moment + _offset).DayNumber;

    private void Date(DateOnly day) => page.TwoDigits(day.Day).Raw("/"u8).TwoDigits(day.Month);

    private void Thousands(long number)
    {
        if (number < 1000)
        {
            page.Number(number);
            return;
        }

        Thousands(number / 1000);
        var rest = (int)(number % 1000);
        page.Raw("."u8).Number(rest / 100).TwoDigits(rest % 100);
    }
}
