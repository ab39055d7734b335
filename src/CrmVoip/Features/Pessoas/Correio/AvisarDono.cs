using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Mail;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Features.Pessoas.Correio;

/// <summary>Tells the owner of an account what happened to it: scheduled by RegistroDeConta in the transaction of the event.</summary>
public sealed class AvisarDono(
    ContasDbContext db, ResolvedorDeOrganizacao resolvedor, OrganizacaoAtual atual, ICorreio correio, IOptions<OpcoesDoProvedor> opcoes) : ITrabalho
{
    public static string Tipo => "avisar-dono-da-conta";

    public static bool Lento => true;

    public static bool DaConta => true;

    public static int TentativasMaximo => ICorreio.TentativasMaximo;

    /// <summary>The line is the event.</summary>
    public async Task<Desfecho> ExecutarAsync(Guid linhaId, int tentativa, CancellationToken ct)
    {
        if (correio.Configurado
            && await db.EventosDeConta.SingleOrDefaultAsync(e => e.Id == linhaId, ct) is { UsuarioId: { } usuarioId } evento
            && AvisoDaConta.De(evento.Acao) is { } aviso
            && await db.Users.SingleOrDefaultAsync(u => u.Id == usuarioId, ct) is { Email: { } email } usuario)
        {
            atual.DefinirUsuario(usuario.Id);
            await correio.EnviarAsync(new Mensagem(email, $"{aviso.Assunto} · CrmVoip", Texto(usuario, aviso, evento, await resolvedor.FusoAsync(usuario, ct))), ct);
        }

        return Desfecho.Feito;
    }

    private string Texto(Usuario usuario, AvisoDaConta aviso, EventoDeConta evento, string fuso) =>
        $"""
        Olá, {usuario.Nome.EmUmaLinha()}.

        {aviso.Oque}

        Quando: {Formato.DataHora(evento.OcorridoEm, fuso)}
        Origem: {DeOnde(evento)}

        Se foi você, não precisa fazer nada. Se não foi, troque a senha agora em {Endereco("seguranca")} e saia de todos os aparelhos. Se não conseguir entrar, peça um link em {Endereco("recuperar")}. Depois avise um administrador da sua organização.
        """;

    private static string DeOnde(EventoDeConta evento)
    {
        if (evento.Agente == EventoDeConta.AgenteDoOperador)
        {
            return "o operador do servidor";
        }

        var aparelho = AgenteEmPalavras.De(evento.Agente) ?? "um aparelho que não se identificou";
        return (evento.Ip is { } ip ? $"{aparelho}, pelo endereço de rede {ip}" : aparelho).EmUmaLinha();
    }

    private string? Endereco(string tela) => opcoes.Value.Endereco($"/conta/{tela}");
}
