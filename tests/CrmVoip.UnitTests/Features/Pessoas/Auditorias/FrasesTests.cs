using System.Reflection;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Auditorias;

namespace CrmVoip.UnitTests.Features.Pessoas.Auditorias;

public sealed class FrasesTests
{
    private static readonly Guid _bruno = Guid.Parse("0193a2b0-0000-7000-8000-000000000001");

    public static TheoryData<string> Todas =>
        [.. new[] { typeof(Acoes), typeof(Acoes.Conta) }
            .SelectMany(tipo => tipo.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(campo => (string)campo.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Todas))]
    public void Every_action_has_a_subject_and_a_sentence_even_when_its_data_are_missing_or_strange(string acao)
    {
        foreach (var dados in new[] { "{}", "[]", """{"papel":7,"campos":{},"numero":[],"status":"marciano","duracao":"x"}""" })
        {
            var (assunto, texto) = Frases.De(acao, dados, null, Nome);

            Assert.Contains(assunto, Assunto.Todos);
            Assert.Matches("^[A-ZÀ-Ý]", texto);
            Assert.DoesNotContain(acao, texto, StringComparison.Ordinal);
            Assert.DoesNotMatch("  |: $| $|,$", texto);
        }
    }

    [Theory]
    [MemberData(nameof(Todas))]
    public void Every_action_is_found_by_the_filter_of_its_subject(string acao) =>
        Assert.Contains(acao, Frases.AcoesDe(Frases.De(acao, "{}", null, Nome).Assunto.Chave));

    [Theory]
    [InlineData(Acoes.OportunidadeEditada, """{"campos":["Titulo","Valor"]}""", "Alterou o título e o valor da oportunidade")]
    [InlineData(Acoes.OportunidadeMovida, """{"de":"Novo","para":"Proposta"}""", "Moveu a oportunidade de Novo para Proposta")]
    [InlineData(Acoes.LigacaoIniciada, """{"numero":"+5511960000001","ramal":"1001"}""", "Ligou para (11) 96000-0001, do ramal 1001")]
    [InlineData(Acoes.LigacaoEncerrada, """{"status":"atendida","antes":"em_andamento","duracao":37}""", "Ligação encerrada: atendida, 00:37")]
    [InlineData(
        Acoes.LigacaoReclassificada,
        """{"status":"caixa_postal","antes":"nao_atendida","duracao":0}""",
        "Ligação conferida com a API4COM: caixa postal (antes: não atendida)")]
    [InlineData(Acoes.TelefoneCredenciais, """{"ramal":"1001"}""", "Conectou o ramal 1001 no navegador")]
    [InlineData(Acoes.RamalSalvo, """{"ramal":"1001","servidor":"a.example","senhaTrocada":true}""", "Salvou o ramal 1001 em a.example, com senha nova")]
    [InlineData(
        Acoes.RamalSalvo,
        """{"ramal":"1001","usuarioId":"0193a2b0-0000-7000-8000-000000000001","status":"inativo","senhaTrocada":false}""",
        "Salvou o ramal 1001 de Bruno, inativo")]
    [InlineData(Acoes.RamalAtribuido, """{"ramal":"1001","servidor":"a.example","pessoa":"Ana"}""", "Atribuiu o ramal 1001 em a.example a Ana")]
    [InlineData(Acoes.RamalConfirmado, """{"ramal":"1001","servidor":"a.example","usuarioId":"0193a2b0-0000-7000-8000-000000000001"}""", "Confirmou o ramal 1001 em a.example de Bruno")]
    [InlineData(
        Acoes.RamalProvado,
        """{"ramal":"1001","usuarioId":"0193a2b0-0000-7000-8000-000000000001","prova":"email"}""",
        "O ramal 1001 de Bruno foi confirmado pela lista da API4COM, pelo e-mail")]
    [InlineData(Acoes.RamalDesativado, """{"ramal":"1001","usuarioId":"0193a2b0-0000-7000-8000-000000000001"}""", "Desativou o ramal 1001 de Bruno")]
    [InlineData(Acoes.ConexaoSalva, """{"baseUrl":"https://a.example","tokenTrocado":true}""", "Salvou a conexão com a API4COM em https://a.example, com um token novo")]
    [InlineData(Acoes.ConexaoRecusada, """{"motivo":"token_recusado"}""", "A API4COM recusou a conexão: token recusado")]
    [InlineData(Acoes.ConviteCriado, """{"email":"ana@a.example","papel":"gestor"}""", "Convidou ana@a.example como Gestor")]
    [InlineData(Acoes.MembroPapel, """{"de":"vendedor","para":"gestor","nome":"Ana"}""", "Mudou o papel de Ana: era Vendedor, agora é Gestor")]
    [InlineData(Acoes.MembroDesativado, "{}", "Desativou Bruno")]
    [InlineData(Acoes.AuditoriaExportada, """{"de":"01/11/2026","ate":"07/11/2026"}""", "Exportou a auditoria de 01/11/2026 a 07/11/2026")]
    [InlineData(Acoes.Conta.Entrou, "{}", "Entrou")]
    public void Sentence_says_what_happened(string acao, string dados, string frase) =>
        Assert.Equal(frase, Frases.De(acao, dados, acao.StartsWith("membro", StringComparison.Ordinal) ? _bruno : null, Nome).Texto);

    private static string? Nome(Guid id) => id == _bruno ? "Bruno" : null;

    [Fact]
    public void Action_of_another_version_is_shown_by_its_name() =>
        Assert.Equal((Assunto.Outro, "nave.pousou"), Frases.De("nave.pousou", "{}", null, Nome));
}
