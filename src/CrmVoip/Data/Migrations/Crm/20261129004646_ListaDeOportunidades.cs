using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>The indexes of the list of deals, by each of its orders.</summary>
    public partial class ListaDeOportunidades : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "valor_em_centavos",
                table: "oportunidades",
                type: "bigint",
                nullable: false,
                computedColumnSql: "(valor * 100)::bigint",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_situacao_atualizada_em_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "situacao", "atualizada_em", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_situacao_na_etapa_desde_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "situacao", "na_etapa_desde", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_situacao_proximo_passo_em_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "situacao", "proximo_passo_em", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_situacao_valor_em_centavos_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "situacao", "valor_em_centavos", "id" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_situacao_atualizada_em_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_situacao_na_etapa_desde_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_situacao_proximo_passo_em_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_situacao_valor_em_centavos_id",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "valor_em_centavos",
                table: "oportunidades");
        }
    }
}
