using System.Diagnostics.Metrics;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Calls, as they enter each state; counted when that is committed.</summary>
public static class MedidasDasLigacoes
{
    private static readonly Meter _medidor = new("CrmVoip.Ligacoes");
    private static readonly Counter<long> _iniciadas = _medidor.CreateCounter<long>("crm.ligacoes.iniciadas", "{ligacao}", "Calls that the phone was let place, by dial mode.");
    private static readonly Counter<long> _situacoes = _medidor.CreateCounter<long>("crm.ligacoes.situacoes", "{ligacao}", "Calls that came into a state, by it and by who told.");

    public static void Anunciar()
    {
        foreach (var modo in EnumEmTexto.Nomes<ModoDeDiscagem>())
        {
            Iniciou(0, modo);
        }

        foreach (var status in EnumEmTexto.Nomes<StatusDaLigacao>())
        {
            foreach (var fonte in EnumEmTexto.Nomes<OrigemDoFato>())
            {
                Mudou(0, status, fonte);
            }
        }
    }

    public static void Iniciou(string modo) => Iniciou(1, modo);

    public static void Mudou(StatusDaLigacao status, OrigemDoFato fonte) => Mudou(1, EnumEmTexto.Texto(status), EnumEmTexto.Texto(fonte));

    private static void Iniciou(long quantas, string modo) => _iniciadas.Add(quantas, new KeyValuePair<string, object?>("modo", modo));

    private static void Mudou(long quantas, string status, string fonte) => _situacoes.Add(quantas, new("status", status), new("fonte", fonte));
}
